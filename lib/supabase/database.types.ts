// Written by `npm run types:generate` from the migrations.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      audit_logs: {
        Row: {
          action: string;
          actor_id: string | null;
          actor_role: string;
          new: Json | null;
          occurred_at: string;
          old: Json | null;
          reason: string | null;
          request_id: string | null;
          seq: number;
          target_id: string;
          target_type: string;
          tenant_id: string;
        };
        Insert: {
          action: string;
          actor_id?: string | null;
          actor_role: string;
          new?: Json | null;
          occurred_at?: string;
          old?: Json | null;
          reason?: string | null;
          request_id?: string | null;
          target_id: string;
          target_type: string;
          tenant_id?: string;
        };
        Update: {
          action?: string;
          actor_id?: string | null;
          actor_role?: string;
          new?: Json | null;
          occurred_at?: string;
          old?: Json | null;
          reason?: string | null;
          request_id?: string | null;
          target_id?: string;
          target_type?: string;
          tenant_id?: string;
        };
        Relationships: [

        ];
      };
      community_connections: {
        Row: {
          connected_id: string;
          created_at: string;
          direction: string;
          message: string;
          ours: boolean;
          paused_here: boolean;
          paused_there: boolean;
          scope: string;
          state: string;
          tenant_id: string;
          updated_at: string;
          version: number;
        };
        Insert: {
          connected_id: string;
          created_at?: string;
          direction: string;
          message?: string;
          ours: boolean;
          paused_here?: boolean;
          paused_there?: boolean;
          scope: string;
          state: string;
          tenant_id: string;
          updated_at?: string;
          version?: number;
        };
        Update: {
          connected_id?: string;
          created_at?: string;
          direction?: string;
          message?: string;
          ours?: boolean;
          paused_here?: boolean;
          paused_there?: boolean;
          scope?: string;
          state?: string;
          tenant_id?: string;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: "community_connections_connected_id_fkey"; columns: ["connected_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
          { foreignKeyName: "community_connections_tenant_id_fkey"; columns: ["tenant_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
        ];
      };
      content_sharing: {
        Row: {
          approved_at: string | null;
          approved_by: string | null;
          asked_by: string;
          author_id: string;
          comment_count: number;
          consent_audience: number | null;
          consent_locale: string | null;
          consent_version: number | null;
          consented_at: string | null;
          created_at: string;
          ended_at: string | null;
          ended_by: string | null;
          ended_side: string | null;
          expires_at: string | null;
          id: string;
          note: string;
          parent_id: string | null;
          post_id: string;
          scope: string;
          shown_since: string | null;
          state: string;
          target_tenant_id: string;
          tenant_id: string;
          under_connection: boolean;
          updated_at: string;
          version: number;
        };
        Insert: {
          approved_at?: string | null;
          approved_by?: string | null;
          asked_by: string;
          author_id: string;
          comment_count?: number;
          consent_audience?: number | null;
          consent_locale?: string | null;
          consent_version?: number | null;
          consented_at?: string | null;
          created_at?: string;
          ended_at?: string | null;
          ended_by?: string | null;
          ended_side?: string | null;
          expires_at?: string | null;
          id?: string;
          note?: string;
          parent_id?: string | null;
          post_id: string;
          scope: string;
          shown_since?: string | null;
          state: string;
          target_tenant_id: string;
          tenant_id: string;
          under_connection: boolean;
          updated_at?: string;
          version?: number;
        };
        Update: {
          approved_at?: string | null;
          approved_by?: string | null;
          asked_by?: string;
          author_id?: string;
          comment_count?: number;
          consent_audience?: number | null;
          consent_locale?: string | null;
          consent_version?: number | null;
          consented_at?: string | null;
          created_at?: string;
          ended_at?: string | null;
          ended_by?: string | null;
          ended_side?: string | null;
          expires_at?: string | null;
          id?: string;
          note?: string;
          parent_id?: string | null;
          post_id?: string;
          scope?: string;
          shown_since?: string | null;
          state?: string;
          target_tenant_id?: string;
          tenant_id?: string;
          under_connection?: boolean;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: "content_sharing_target_tenant_id_fkey"; columns: ["target_tenant_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
          { foreignKeyName: "content_sharing_tenant_id_author_id_fkey"; columns: ["tenant_id","author_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
          { foreignKeyName: "content_sharing_tenant_id_parent_id_fkey"; columns: ["tenant_id","parent_id"]; isOneToOne: false; referencedRelation: "content_sharing"; referencedColumns: ["tenant_id","id"] },
          { foreignKeyName: "content_sharing_tenant_id_post_id_fkey"; columns: ["tenant_id","post_id"]; isOneToOne: false; referencedRelation: "posts"; referencedColumns: ["tenant_id","id"] },
        ];
      };
      data_exports: {
        Row: {
          bytes: number | null;
          checksum: string | null;
          expires_at: string | null;
          finished_at: string | null;
          id: string;
          of_tenant_id: string | null;
          progress: number;
          reason: string | null;
          requested_at: string;
          seen_at: string | null;
          status: string;
          tries: number;
          user_id: string;
        };
        Insert: {
          bytes?: number | null;
          checksum?: string | null;
          expires_at?: string | null;
          finished_at?: string | null;
          id?: string;
          of_tenant_id?: string | null;
          progress?: number;
          reason?: string | null;
          requested_at?: string;
          seen_at?: string | null;
          status?: string;
          tries?: number;
          user_id: string;
        };
        Update: {
          bytes?: number | null;
          checksum?: string | null;
          expires_at?: string | null;
          finished_at?: string | null;
          id?: string;
          of_tenant_id?: string | null;
          progress?: number;
          reason?: string | null;
          requested_at?: string;
          seen_at?: string | null;
          status?: string;
          tries?: number;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "data_exports_user_id_fkey"; columns: ["user_id"]; isOneToOne: true; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      domain_events: {
        Row: {
          actor_id: string | null;
          correlation_id: string | null;
          data: Json;
          epoch: number;
          id: string;
          occurred_at: string;
          schema_version: number;
          seq: number;
          stream_id: string;
          stream_type: string;
          stream_version: number | null;
          tenant_id: string;
          txid: string;
          type: string;
        };
        Insert: {
          actor_id?: string | null;
          correlation_id?: string | null;
          data: Json;
          epoch?: number;
          id?: string;
          occurred_at?: string;
          schema_version?: number;
          stream_id: string;
          stream_type: string;
          stream_version?: number | null;
          tenant_id: string;
          txid?: string;
          type: string;
        };
        Update: {
          actor_id?: string | null;
          correlation_id?: string | null;
          data?: Json;
          epoch?: number;
          id?: string;
          occurred_at?: string;
          schema_version?: number;
          stream_id?: string;
          stream_type?: string;
          stream_version?: number | null;
          tenant_id?: string;
          txid?: string;
          type?: string;
        };
        Relationships: [

        ];
      };
      events: {
        Row: {
          all_day: boolean;
          archive_ref: string | null;
          call_for_proposals_until: string | null;
          cancelled_at: string | null;
          city: string | null;
          country: string | null;
          created_at: string;
          description: string;
          ends_at: string;
          ends_local: string;
          id: string;
          locale: string | null;
          online: boolean;
          organizer_id: string;
          starts_at: string;
          starts_local: string;
          tenant_id: string;
          time_zone: string;
          title: string;
          updated_at: string;
          url: string | null;
          venue: string | null;
          version: number;
          visibility: string;
        };
        Insert: {
          all_day?: boolean;
          archive_ref?: string | null;
          call_for_proposals_until?: string | null;
          cancelled_at?: string | null;
          city?: string | null;
          country?: string | null;
          created_at?: string;
          description?: string;
          ends_at: string;
          ends_local: string;
          id?: string;
          locale?: string | null;
          online?: boolean;
          organizer_id: string;
          starts_at: string;
          starts_local: string;
          tenant_id: string;
          time_zone: string;
          title: string;
          updated_at?: string;
          url?: string | null;
          venue?: string | null;
          version?: number;
          visibility?: string;
        };
        Update: {
          all_day?: boolean;
          archive_ref?: string | null;
          call_for_proposals_until?: string | null;
          cancelled_at?: string | null;
          city?: string | null;
          country?: string | null;
          created_at?: string;
          description?: string;
          ends_at?: string;
          ends_local?: string;
          id?: string;
          locale?: string | null;
          online?: boolean;
          organizer_id?: string;
          starts_at?: string;
          starts_local?: string;
          tenant_id?: string;
          time_zone?: string;
          title?: string;
          updated_at?: string;
          url?: string | null;
          venue?: string | null;
          version?: number;
          visibility?: string;
        };
        Relationships: [
          { foreignKeyName: "events_tenant_id_fkey"; columns: ["tenant_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
          { foreignKeyName: "events_tenant_id_organizer_id_fkey"; columns: ["tenant_id","organizer_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      feed_items: {
        Row: {
          active_at: string;
          balanced_at: string;
          day_rank: number;
          post_id: string;
          sort_at: string;
          source_tenant_id: string;
          stream_id: string;
          tenant_id: string;
        };
        Insert: {
          active_at: string;
          balanced_at: string;
          day_rank: number;
          post_id: string;
          sort_at: string;
          source_tenant_id: string;
          stream_id: string;
          tenant_id: string;
        };
        Update: {
          active_at?: string;
          balanced_at?: string;
          day_rank?: number;
          post_id?: string;
          sort_at?: string;
          source_tenant_id?: string;
          stream_id?: string;
          tenant_id?: string;
        };
        Relationships: [
          { foreignKeyName: "feed_items_source_tenant_id_post_id_fkey"; columns: ["source_tenant_id","post_id"]; isOneToOne: false; referencedRelation: "posts"; referencedColumns: ["tenant_id","id"] },
          { foreignKeyName: "feed_items_tenant_id_fkey"; columns: ["tenant_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
        ];
      };
      group_members: {
        Row: {
          group_id: string;
          joined_at: string;
          role: string;
          tenant_id: string;
          user_id: string;
        };
        Insert: {
          group_id: string;
          joined_at?: string;
          role?: string;
          tenant_id: string;
          user_id: string;
        };
        Update: {
          group_id?: string;
          joined_at?: string;
          role?: string;
          tenant_id?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "group_members_tenant_id_group_id_fkey"; columns: ["tenant_id","group_id"]; isOneToOne: false; referencedRelation: "groups"; referencedColumns: ["tenant_id","id"] },
          { foreignKeyName: "group_members_tenant_id_user_id_fkey"; columns: ["tenant_id","user_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      groups: {
        Row: {
          archived_at: string | null;
          created_at: string;
          description: string;
          id: string;
          name: string;
          owner_id: string;
          privacy: string;
          tenant_id: string;
          updated_at: string;
          version: number;
        };
        Insert: {
          archived_at?: string | null;
          created_at?: string;
          description?: string;
          id?: string;
          name: string;
          owner_id: string;
          privacy?: string;
          tenant_id: string;
          updated_at?: string;
          version?: number;
        };
        Update: {
          archived_at?: string | null;
          created_at?: string;
          description?: string;
          id?: string;
          name?: string;
          owner_id?: string;
          privacy?: string;
          tenant_id?: string;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: "groups_tenant_id_fkey"; columns: ["tenant_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
          { foreignKeyName: "groups_tenant_id_owner_id_fkey"; columns: ["tenant_id","owner_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      journey_activities: {
        Row: {
          added_by: string;
          created_at: string;
          ends_at: string | null;
          ends_local: string | null;
          id: string;
          journey_id: string;
          kept_ends_local: string | null;
          kept_place: string | null;
          kept_starts_local: string | null;
          kept_time_zone: string | null;
          kept_title: string | null;
          kind: string;
          latitude: number | null;
          longitude: number | null;
          memory: string;
          note: string;
          origin_id: string | null;
          place: string | null;
          position: number;
          removed_at: string | null;
          source_id: string | null;
          source_tenant_id: string | null;
          starts_at: string | null;
          starts_local: string | null;
          state: string;
          time_zone: string;
          title: string | null;
          updated_at: string;
          version: number;
          visible_to: string;
        };
        Insert: {
          added_by: string;
          created_at?: string;
          ends_at?: string | null;
          ends_local?: string | null;
          id?: string;
          journey_id: string;
          kept_ends_local?: string | null;
          kept_place?: string | null;
          kept_starts_local?: string | null;
          kept_time_zone?: string | null;
          kept_title?: string | null;
          kind: string;
          latitude?: number | null;
          longitude?: number | null;
          memory?: string;
          note?: string;
          origin_id?: string | null;
          place?: string | null;
          position?: number;
          removed_at?: string | null;
          source_id?: string | null;
          source_tenant_id?: string | null;
          starts_at?: string | null;
          starts_local?: string | null;
          state?: string;
          time_zone: string;
          title?: string | null;
          updated_at?: string;
          version?: number;
          visible_to?: string;
        };
        Update: {
          added_by?: string;
          created_at?: string;
          ends_at?: string | null;
          ends_local?: string | null;
          id?: string;
          journey_id?: string;
          kept_ends_local?: string | null;
          kept_place?: string | null;
          kept_starts_local?: string | null;
          kept_time_zone?: string | null;
          kept_title?: string | null;
          kind?: string;
          latitude?: number | null;
          longitude?: number | null;
          memory?: string;
          note?: string;
          origin_id?: string | null;
          place?: string | null;
          position?: number;
          removed_at?: string | null;
          source_id?: string | null;
          source_tenant_id?: string | null;
          starts_at?: string | null;
          starts_local?: string | null;
          state?: string;
          time_zone?: string;
          title?: string | null;
          updated_at?: string;
          version?: number;
          visible_to?: string;
        };
        Relationships: [
          { foreignKeyName: "journey_activities_added_by_fkey"; columns: ["added_by"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
          { foreignKeyName: "journey_activities_journey_id_fkey"; columns: ["journey_id"]; isOneToOne: false; referencedRelation: "user_journeys"; referencedColumns: ["id"] },
        ];
      };
      journey_calendars: {
        Row: {
          created_at: string;
          journey_id: string;
          key_hash: string;
          user_id: string;
        };
        Insert: {
          created_at?: string;
          journey_id: string;
          key_hash: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          journey_id?: string;
          key_hash?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "journey_calendars_journey_id_fkey"; columns: ["journey_id"]; isOneToOne: false; referencedRelation: "user_journeys"; referencedColumns: ["id"] },
          { foreignKeyName: "journey_calendars_user_id_fkey"; columns: ["user_id"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      journey_comments: {
        Row: {
          activity_id: string | null;
          author_id: string;
          body: string;
          created_at: string;
          id: string;
          journey_id: string;
        };
        Insert: {
          activity_id?: string | null;
          author_id: string;
          body: string;
          created_at?: string;
          id?: string;
          journey_id: string;
        };
        Update: {
          activity_id?: string | null;
          author_id?: string;
          body?: string;
          created_at?: string;
          id?: string;
          journey_id?: string;
        };
        Relationships: [
          { foreignKeyName: "journey_comments_author_id_fkey"; columns: ["author_id"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
          { foreignKeyName: "journey_comments_journey_id_activity_id_fkey"; columns: ["journey_id","activity_id"]; isOneToOne: false; referencedRelation: "journey_activities"; referencedColumns: ["journey_id","id"] },
          { foreignKeyName: "journey_comments_journey_id_fkey"; columns: ["journey_id"]; isOneToOne: false; referencedRelation: "user_journeys"; referencedColumns: ["id"] },
        ];
      };
      journey_companions: {
        Row: {
          joined_at: string;
          journey_id: string;
          role: string;
          user_id: string;
        };
        Insert: {
          joined_at?: string;
          journey_id: string;
          role: string;
          user_id: string;
        };
        Update: {
          joined_at?: string;
          journey_id?: string;
          role?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "journey_companions_journey_id_fkey"; columns: ["journey_id"]; isOneToOne: false; referencedRelation: "user_journeys"; referencedColumns: ["id"] },
          { foreignKeyName: "journey_companions_user_id_fkey"; columns: ["user_id"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      journey_invitations: {
        Row: {
          answered_at: string | null;
          created_at: string;
          journey_id: string;
          role: string;
          state: string;
          user_id: string;
        };
        Insert: {
          answered_at?: string | null;
          created_at?: string;
          journey_id: string;
          role: string;
          state?: string;
          user_id: string;
        };
        Update: {
          answered_at?: string | null;
          created_at?: string;
          journey_id?: string;
          role?: string;
          state?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "journey_invitations_journey_id_fkey"; columns: ["journey_id"]; isOneToOne: false; referencedRelation: "user_journeys"; referencedColumns: ["id"] },
          { foreignKeyName: "journey_invitations_user_id_fkey"; columns: ["user_id"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      journey_invites: {
        Row: {
          barred_people: string[];
          code_hash: string;
          created_at: string;
          expires_at: string;
          id: string;
          journey_id: string;
          max_uses: number;
          revoked_at: string | null;
          role: string;
          uses: number;
        };
        Insert: {
          barred_people?: string[];
          code_hash: string;
          created_at?: string;
          expires_at: string;
          id?: string;
          journey_id: string;
          max_uses: number;
          revoked_at?: string | null;
          role: string;
          uses?: number;
        };
        Update: {
          barred_people?: string[];
          code_hash?: string;
          created_at?: string;
          expires_at?: string;
          id?: string;
          journey_id?: string;
          max_uses?: number;
          revoked_at?: string | null;
          role?: string;
          uses?: number;
        };
        Relationships: [
          { foreignKeyName: "journey_invites_journey_id_fkey"; columns: ["journey_id"]; isOneToOne: false; referencedRelation: "user_journeys"; referencedColumns: ["id"] },
        ];
      };
      journey_votes: {
        Row: {
          activity_id: string;
          created_at: string;
          journey_id: string;
          user_id: string;
          vote: number;
        };
        Insert: {
          activity_id: string;
          created_at?: string;
          journey_id: string;
          user_id: string;
          vote: number;
        };
        Update: {
          activity_id?: string;
          created_at?: string;
          journey_id?: string;
          user_id?: string;
          vote?: number;
        };
        Relationships: [
          { foreignKeyName: "journey_votes_journey_id_activity_id_fkey"; columns: ["journey_id","activity_id"]; isOneToOne: false; referencedRelation: "journey_activities"; referencedColumns: ["journey_id","id"] },
          { foreignKeyName: "journey_votes_user_id_fkey"; columns: ["user_id"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      media: {
        Row: {
          bytes: number;
          created_at: string;
          height: number;
          id: string;
          owner_id: string;
          removed_at: string | null;
          tenant_id: string;
          unused_since: string | null;
          width: number;
          widths: number[];
        };
        Insert: {
          bytes: number;
          created_at?: string;
          height: number;
          id?: string;
          owner_id: string;
          removed_at?: string | null;
          tenant_id: string;
          unused_since?: string | null;
          width: number;
          widths: number[];
        };
        Update: {
          bytes?: number;
          created_at?: string;
          height?: number;
          id?: string;
          owner_id?: string;
          removed_at?: string | null;
          tenant_id?: string;
          unused_since?: string | null;
          width?: number;
          widths?: number[];
        };
        Relationships: [
          { foreignKeyName: "media_tenant_id_fkey"; columns: ["tenant_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
          { foreignKeyName: "media_tenant_id_owner_id_fkey"; columns: ["tenant_id","owner_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      media_uses: {
        Row: {
          comment_id: string | null;
          media_id: string;
          post_id: string | null;
          target_id: string;
          tenant_id: string;
        };
        Insert: {
          comment_id?: string | null;
          media_id: string;
          post_id?: string | null;
          tenant_id: string;
        };
        Update: {
          comment_id?: string | null;
          media_id?: string;
          post_id?: string | null;
          tenant_id?: string;
        };
        Relationships: [
          { foreignKeyName: "media_uses_tenant_id_comment_id_fkey"; columns: ["tenant_id","comment_id"]; isOneToOne: false; referencedRelation: "post_comments"; referencedColumns: ["tenant_id","id"] },
          { foreignKeyName: "media_uses_tenant_id_media_id_fkey"; columns: ["tenant_id","media_id"]; isOneToOne: false; referencedRelation: "media"; referencedColumns: ["tenant_id","id"] },
          { foreignKeyName: "media_uses_tenant_id_post_id_fkey"; columns: ["tenant_id","post_id"]; isOneToOne: false; referencedRelation: "posts"; referencedColumns: ["tenant_id","id"] },
        ];
      };
      member_claims: {
        Row: {
          code_hash: string;
          created_at: string;
          created_by: string;
          expires_at: string;
          tenant_id: string;
          user_id: string;
        };
        Insert: {
          code_hash: string;
          created_at?: string;
          created_by: string;
          expires_at: string;
          tenant_id: string;
          user_id: string;
        };
        Update: {
          code_hash?: string;
          created_at?: string;
          created_by?: string;
          expires_at?: string;
          tenant_id?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "member_claims_tenant_id_user_id_fkey"; columns: ["tenant_id","user_id"]; isOneToOne: true; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      member_details: {
        Row: {
          city: string;
          city_for: string;
          created_at: string;
          interests: string[];
          interests_for: string;
          shows_membership: boolean;
          skills: string[];
          skills_for: string;
          tenant_id: string;
          updated_at: string;
          user_id: string;
          version: number;
        };
        Insert: {
          city?: string;
          city_for?: string;
          created_at?: string;
          interests?: string[];
          interests_for?: string;
          shows_membership?: boolean;
          skills?: string[];
          skills_for?: string;
          tenant_id: string;
          updated_at?: string;
          user_id: string;
          version?: number;
        };
        Update: {
          city?: string;
          city_for?: string;
          created_at?: string;
          interests?: string[];
          interests_for?: string;
          shows_membership?: boolean;
          skills?: string[];
          skills_for?: string;
          tenant_id?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: "member_details_tenant_id_user_id_fkey"; columns: ["tenant_id","user_id"]; isOneToOne: true; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      notification_mutes: {
        Row: {
          created_at: string;
          tenant_id: string;
          until: string;
          user_id: string;
        };
        Insert: {
          created_at?: string;
          tenant_id: string;
          until: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          tenant_id?: string;
          until?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "notification_mutes_tenant_id_user_id_fkey"; columns: ["tenant_id","user_id"]; isOneToOne: true; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      notifications: {
        Row: {
          actor_id: string | null;
          bucket: string;
          cause_id: string;
          comment_id: string | null;
          created_at: string;
          group_key: string;
          id: string;
          is_latest: boolean;
          kind: string;
          known_stream: string | null;
          other_tenant_id: string | null;
          outcome: string | null;
          post_home: string | null;
          post_id: string | null;
          read_at: string | null;
          share_id: string | null;
          tenant_id: string;
          user_id: string;
        };
        Insert: {
          actor_id?: string | null;
          cause_id: string;
          comment_id?: string | null;
          created_at: string;
          group_key: string;
          id?: string;
          is_latest?: boolean;
          kind: string;
          known_stream?: string | null;
          other_tenant_id?: string | null;
          outcome?: string | null;
          post_home?: string | null;
          post_id?: string | null;
          read_at?: string | null;
          share_id?: string | null;
          tenant_id: string;
          user_id: string;
        };
        Update: {
          actor_id?: string | null;
          cause_id?: string;
          comment_id?: string | null;
          created_at?: string;
          group_key?: string;
          id?: string;
          is_latest?: boolean;
          kind?: string;
          known_stream?: string | null;
          other_tenant_id?: string | null;
          outcome?: string | null;
          post_home?: string | null;
          post_id?: string | null;
          read_at?: string | null;
          share_id?: string | null;
          tenant_id?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "notifications_tenant_id_user_id_fkey"; columns: ["tenant_id","user_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      personal_mutes: {
        Row: {
          created_at: string;
          until: string;
          user_id: string;
        };
        Insert: {
          created_at?: string;
          until: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          until?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "personal_mutes_user_id_fkey"; columns: ["user_id"]; isOneToOne: true; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      personal_notifications: {
        Row: {
          activity_id: string | null;
          actor_id: string | null;
          bucket: string;
          cause_id: string;
          comment_id: string | null;
          created_at: string;
          group_key: string;
          id: string;
          is_latest: boolean;
          journey_id: string;
          kind: string;
          read_at: string | null;
          user_id: string;
        };
        Insert: {
          activity_id?: string | null;
          actor_id?: string | null;
          cause_id: string;
          comment_id?: string | null;
          created_at: string;
          group_key: string;
          id?: string;
          is_latest?: boolean;
          journey_id: string;
          kind: string;
          read_at?: string | null;
          user_id: string;
        };
        Update: {
          activity_id?: string | null;
          actor_id?: string | null;
          cause_id?: string;
          comment_id?: string | null;
          created_at?: string;
          group_key?: string;
          id?: string;
          is_latest?: boolean;
          journey_id?: string;
          kind?: string;
          read_at?: string | null;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "personal_notifications_user_id_fkey"; columns: ["user_id"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      platform_staff: {
        Row: {
          granted_at: string;
          granted_by: string | null;
          role: string;
          user_id: string;
        };
        Insert: {
          granted_at?: string;
          granted_by?: string | null;
          role: string;
          user_id: string;
        };
        Update: {
          granted_at?: string;
          granted_by?: string | null;
          role?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "platform_staff_user_id_fkey"; columns: ["user_id"]; isOneToOne: true; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      post_bookmarks: {
        Row: {
          created_at: string;
          post_id: string;
          tenant_id: string;
          user_id: string;
        };
        Insert: {
          created_at?: string;
          post_id: string;
          tenant_id: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          post_id?: string;
          tenant_id?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "post_bookmarks_tenant_id_post_id_fkey"; columns: ["tenant_id","post_id"]; isOneToOne: false; referencedRelation: "posts"; referencedColumns: ["tenant_id","id"] },
          { foreignKeyName: "post_bookmarks_tenant_id_user_id_fkey"; columns: ["tenant_id","user_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      post_comments: {
        Row: {
          author_id: string;
          body: string;
          created_at: string;
          deleted_at: string | null;
          depth: number;
          edited_at: string | null;
          id: string;
          is_public: boolean;
          lane_of: string | null;
          parent_id: string | null;
          path: string[];
          post_home: string;
          post_id: string;
          removed_by: string | null;
          stream_id: string;
          tenant_id: string;
          updated_at: string;
          version: number;
        };
        Insert: {
          author_id: string;
          body: string;
          created_at?: string;
          deleted_at?: string | null;
          depth: number;
          edited_at?: string | null;
          id?: string;
          is_public: boolean;
          lane_of?: string | null;
          parent_id?: string | null;
          path: string[];
          post_id: string;
          removed_by?: string | null;
          stream_id: string;
          tenant_id: string;
          updated_at?: string;
          version?: number;
        };
        Update: {
          author_id?: string;
          body?: string;
          created_at?: string;
          deleted_at?: string | null;
          depth?: number;
          edited_at?: string | null;
          id?: string;
          is_public?: boolean;
          lane_of?: string | null;
          parent_id?: string | null;
          path?: string[];
          post_id?: string;
          removed_by?: string | null;
          stream_id?: string;
          tenant_id?: string;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: "post_comments_post_home_post_id_fkey"; columns: ["post_home","post_id"]; isOneToOne: false; referencedRelation: "posts"; referencedColumns: ["tenant_id","id"] },
          { foreignKeyName: "post_comments_tenant_id_author_id_fkey"; columns: ["tenant_id","author_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
          { foreignKeyName: "post_comments_tenant_id_post_id_parent_id_fkey"; columns: ["tenant_id","post_id","parent_id"]; isOneToOne: false; referencedRelation: "post_comments"; referencedColumns: ["tenant_id","post_id","id"] },
        ];
      };
      post_likes: {
        Row: {
          created_at: string;
          post_id: string;
          tenant_id: string;
          user_id: string;
        };
        Insert: {
          created_at?: string;
          post_id: string;
          tenant_id: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          post_id?: string;
          tenant_id?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "post_likes_tenant_id_post_id_fkey"; columns: ["tenant_id","post_id"]; isOneToOne: false; referencedRelation: "posts"; referencedColumns: ["tenant_id","id"] },
          { foreignKeyName: "post_likes_tenant_id_user_id_fkey"; columns: ["tenant_id","user_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      post_mentions: {
        Row: {
          comment_id: string | null;
          created_at: string;
          own_post_id: string | null;
          place_id: string;
          post_id: string;
          tenant_id: string;
          user_id: string;
        };
        Insert: {
          comment_id?: string | null;
          created_at?: string;
          post_id: string;
          tenant_id: string;
          user_id: string;
        };
        Update: {
          comment_id?: string | null;
          created_at?: string;
          post_id?: string;
          tenant_id?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "post_mentions_tenant_id_own_post_id_fkey"; columns: ["tenant_id","own_post_id"]; isOneToOne: false; referencedRelation: "posts"; referencedColumns: ["tenant_id","id"] },
          { foreignKeyName: "post_mentions_tenant_id_post_id_comment_id_fkey"; columns: ["tenant_id","post_id","comment_id"]; isOneToOne: false; referencedRelation: "post_comments"; referencedColumns: ["tenant_id","post_id","id"] },
          { foreignKeyName: "post_mentions_tenant_id_user_id_fkey"; columns: ["tenant_id","user_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      post_revisions: {
        Row: {
          author_id: string;
          body: string | null;
          comment_id: string | null;
          created_at: string;
          id: string;
          is_public: boolean;
          own_post_id: string | null;
          post_id: string;
          removed_at: string | null;
          stream_id: string;
          subject_id: string;
          tenant_id: string;
          title: string | null;
          version: number;
          written_at: string;
        };
        Insert: {
          author_id: string;
          body?: string | null;
          comment_id?: string | null;
          created_at?: string;
          id?: string;
          is_public: boolean;
          post_id: string;
          removed_at?: string | null;
          stream_id: string;
          tenant_id: string;
          title?: string | null;
          version: number;
          written_at: string;
        };
        Update: {
          author_id?: string;
          body?: string | null;
          comment_id?: string | null;
          created_at?: string;
          id?: string;
          is_public?: boolean;
          post_id?: string;
          removed_at?: string | null;
          stream_id?: string;
          tenant_id?: string;
          title?: string | null;
          version?: number;
          written_at?: string;
        };
        Relationships: [
          { foreignKeyName: "post_revisions_tenant_id_author_id_fkey"; columns: ["tenant_id","author_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
          { foreignKeyName: "post_revisions_tenant_id_own_post_id_fkey"; columns: ["tenant_id","own_post_id"]; isOneToOne: false; referencedRelation: "posts"; referencedColumns: ["tenant_id","id"] },
          { foreignKeyName: "post_revisions_tenant_id_post_id_comment_id_fkey"; columns: ["tenant_id","post_id","comment_id"]; isOneToOne: false; referencedRelation: "post_comments"; referencedColumns: ["tenant_id","post_id","id"] },
        ];
      };
      posts: {
        Row: {
          archive_ref: string | null;
          author_id: string;
          body: string;
          body_length: number;
          comment_count: number;
          created_at: string;
          deleted_at: string | null;
          edited_at: string | null;
          group_id: string | null;
          id: string;
          kind: string;
          lead: string;
          like_count: number;
          media: Json;
          pinned_at: string | null;
          removed_by: string | null;
          sample: boolean;
          share_count: number;
          stream_id: string;
          tags: string[];
          tenant_id: string;
          title: string | null;
          types: string[];
          updated_at: string;
          version: number;
          visibility: string;
        };
        Insert: {
          archive_ref?: string | null;
          author_id: string;
          body: string;
          comment_count?: number;
          created_at?: string;
          deleted_at?: string | null;
          edited_at?: string | null;
          group_id?: string | null;
          id?: string;
          kind?: string;
          like_count?: number;
          media?: Json;
          pinned_at?: string | null;
          removed_by?: string | null;
          sample?: boolean;
          share_count?: number;
          tags?: string[];
          tenant_id: string;
          title?: string | null;
          updated_at?: string;
          version?: number;
          visibility?: string;
        };
        Update: {
          archive_ref?: string | null;
          author_id?: string;
          body?: string;
          comment_count?: number;
          created_at?: string;
          deleted_at?: string | null;
          edited_at?: string | null;
          group_id?: string | null;
          id?: string;
          kind?: string;
          like_count?: number;
          media?: Json;
          pinned_at?: string | null;
          removed_by?: string | null;
          sample?: boolean;
          share_count?: number;
          tags?: string[];
          tenant_id?: string;
          title?: string | null;
          updated_at?: string;
          version?: number;
          visibility?: string;
        };
        Relationships: [
          { foreignKeyName: "posts_tenant_id_author_id_fkey"; columns: ["tenant_id","author_id"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
          { foreignKeyName: "posts_tenant_id_fkey"; columns: ["tenant_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
          { foreignKeyName: "posts_tenant_id_group_id_fkey"; columns: ["tenant_id","group_id"]; isOneToOne: false; referencedRelation: "groups"; referencedColumns: ["tenant_id","id"] },
        ];
      };
      profiles: {
        Row: {
          ai_help: boolean;
          ai_texts: boolean;
          appearance: string;
          avatar_path: string | null;
          bio: string;
          created_at: string;
          display_name: string;
          id: string;
          is_placeholder: boolean;
          locale: string | null;
          primary_tenant_id: string | null;
          shortcuts: boolean;
          time_zone: string | null;
          updated_at: string;
          version: number;
        };
        Insert: {
          ai_help?: boolean;
          ai_texts?: boolean;
          appearance?: string;
          avatar_path?: string | null;
          bio?: string;
          created_at?: string;
          display_name: string;
          id: string;
          is_placeholder?: boolean;
          locale?: string | null;
          primary_tenant_id?: string | null;
          shortcuts?: boolean;
          time_zone?: string | null;
          updated_at?: string;
          version?: number;
        };
        Update: {
          ai_help?: boolean;
          ai_texts?: boolean;
          appearance?: string;
          avatar_path?: string | null;
          bio?: string;
          created_at?: string;
          display_name?: string;
          id?: string;
          is_placeholder?: boolean;
          locale?: string | null;
          primary_tenant_id?: string | null;
          shortcuts?: boolean;
          time_zone?: string | null;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: "profiles_primary_tenant_fkey"; columns: ["primary_tenant_id","id"]; isOneToOne: true; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      recommendations: {
        Row: {
          accepted_at: string | null;
          activity_id: string | null;
          activity_journey_id: string | null;
          arm: string;
          completed_at: string | null;
          dismissed_at: string | null;
          given_at: string;
          id: string;
          journey_id: string | null;
          kind: string;
          origin: string;
          shown_at: string | null;
          source_id: string;
          source_tenant_id: string;
          user_id: string;
        };
        Insert: {
          accepted_at?: string | null;
          activity_id?: string | null;
          activity_journey_id?: string | null;
          arm: string;
          completed_at?: string | null;
          dismissed_at?: string | null;
          given_at?: string;
          id?: string;
          journey_id?: string | null;
          kind: string;
          origin: string;
          shown_at?: string | null;
          source_id: string;
          source_tenant_id: string;
          user_id: string;
        };
        Update: {
          accepted_at?: string | null;
          activity_id?: string | null;
          activity_journey_id?: string | null;
          arm?: string;
          completed_at?: string | null;
          dismissed_at?: string | null;
          given_at?: string;
          id?: string;
          journey_id?: string | null;
          kind?: string;
          origin?: string;
          shown_at?: string | null;
          source_id?: string;
          source_tenant_id?: string;
          user_id?: string;
        };
        Relationships: [
          { foreignKeyName: "recommendations_journey_id_fkey"; columns: ["journey_id"]; isOneToOne: false; referencedRelation: "user_journeys"; referencedColumns: ["id"] },
          { foreignKeyName: "recommendations_user_id_fkey"; columns: ["user_id"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      tenant_domains: {
        Row: {
          created_at: string;
          domain: string;
          is_primary: boolean;
          status: string;
          tenant_id: string;
          updated_at: string;
          verification_token: string;
          verified_at: string | null;
          version: number;
        };
        Insert: {
          created_at?: string;
          domain: string;
          is_primary?: boolean;
          status?: string;
          tenant_id: string;
          updated_at?: string;
          verification_token?: string;
          verified_at?: string | null;
          version?: number;
        };
        Update: {
          created_at?: string;
          domain?: string;
          is_primary?: boolean;
          status?: string;
          tenant_id?: string;
          updated_at?: string;
          verification_token?: string;
          verified_at?: string | null;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: "tenant_domains_tenant_id_fkey"; columns: ["tenant_id"]; isOneToOne: true; referencedRelation: "tenants"; referencedColumns: ["id"] },
        ];
      };
      tenant_former_slugs: {
        Row: {
          replaced_at: string;
          slug: string;
          tenant_id: string;
        };
        Insert: {
          replaced_at?: string;
          slug: string;
          tenant_id: string;
        };
        Update: {
          replaced_at?: string;
          slug?: string;
          tenant_id?: string;
        };
        Relationships: [
          { foreignKeyName: "tenant_former_slugs_tenant_id_fkey"; columns: ["tenant_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
        ];
      };
      tenant_invitations: {
        Row: {
          code_hash: string;
          created_at: string;
          created_by: string;
          email_hash: string | null;
          expires_at: string;
          id: string;
          max_uses: number;
          revoked_at: string | null;
          role: string;
          tenant_id: string;
          uses: number;
        };
        Insert: {
          code_hash: string;
          created_at?: string;
          created_by: string;
          email_hash?: string | null;
          expires_at: string;
          id?: string;
          max_uses?: number;
          revoked_at?: string | null;
          role?: string;
          tenant_id: string;
          uses?: number;
        };
        Update: {
          code_hash?: string;
          created_at?: string;
          created_by?: string;
          email_hash?: string | null;
          expires_at?: string;
          id?: string;
          max_uses?: number;
          revoked_at?: string | null;
          role?: string;
          tenant_id?: string;
          uses?: number;
        };
        Relationships: [
          { foreignKeyName: "tenant_invitations_tenant_id_created_by_fkey"; columns: ["tenant_id","created_by"]; isOneToOne: false; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
          { foreignKeyName: "tenant_invitations_tenant_id_fkey"; columns: ["tenant_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
        ];
      };
      tenant_users: {
        Row: {
          archive_ref: string | null;
          avatar_path: string | null;
          created_at: string;
          display_name: string;
          erased_at: string | null;
          found_by: string[];
          found_by_moderators: string[];
          joined_at: string;
          left_at: string | null;
          listed: boolean;
          role: string;
          rules_accepted_at: string | null;
          rules_version: number | null;
          status: string;
          tenant_id: string;
          updated_at: string;
          user_id: string;
          version: number;
        };
        Insert: {
          archive_ref?: string | null;
          avatar_path?: string | null;
          created_at?: string;
          display_name: string;
          erased_at?: string | null;
          found_by?: string[];
          found_by_moderators?: string[];
          joined_at?: string;
          left_at?: string | null;
          listed?: boolean;
          role?: string;
          rules_accepted_at?: string | null;
          rules_version?: number | null;
          status?: string;
          tenant_id: string;
          updated_at?: string;
          user_id: string;
          version?: number;
        };
        Update: {
          archive_ref?: string | null;
          avatar_path?: string | null;
          created_at?: string;
          display_name?: string;
          erased_at?: string | null;
          found_by?: string[];
          found_by_moderators?: string[];
          joined_at?: string;
          left_at?: string | null;
          listed?: boolean;
          role?: string;
          rules_accepted_at?: string | null;
          rules_version?: number | null;
          status?: string;
          tenant_id?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: "tenant_users_tenant_id_fkey"; columns: ["tenant_id"]; isOneToOne: false; referencedRelation: "tenants"; referencedColumns: ["id"] },
          { foreignKeyName: "tenant_users_user_id_fkey"; columns: ["user_id"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      tenants: {
        Row: {
          accent: string;
          ai_allowed: boolean;
          created_at: string;
          created_by: string | null;
          description: string;
          flags: Json;
          id: string;
          isolation: string;
          join_policy: string;
          listed: boolean;
          locale: string;
          logo_path: string | null;
          member_count: number;
          name: string;
          post_count: number;
          privacy: string;
          region: string;
          rules: string;
          rules_changed_at: string | null;
          rules_version: number;
          settings: Json;
          sharing_in: string;
          sharing_out: string;
          sharing_review: string;
          slug: string;
          status: string;
          tagline: string;
          tier: string;
          time_zone: string;
          updated_at: string;
          version: number;
        };
        Insert: {
          accent?: string;
          ai_allowed?: boolean;
          created_at?: string;
          created_by?: string | null;
          description?: string;
          flags?: Json;
          id?: string;
          isolation?: string;
          join_policy?: string;
          listed?: boolean;
          locale?: string;
          logo_path?: string | null;
          member_count?: number;
          name: string;
          post_count?: number;
          privacy?: string;
          region?: string;
          rules?: string;
          rules_changed_at?: string | null;
          rules_version?: number;
          settings?: Json;
          sharing_in?: string;
          sharing_out?: string;
          sharing_review?: string;
          slug: string;
          status?: string;
          tagline?: string;
          tier?: string;
          time_zone?: string;
          updated_at?: string;
          version?: number;
        };
        Update: {
          accent?: string;
          ai_allowed?: boolean;
          created_at?: string;
          created_by?: string | null;
          description?: string;
          flags?: Json;
          id?: string;
          isolation?: string;
          join_policy?: string;
          listed?: boolean;
          locale?: string;
          logo_path?: string | null;
          member_count?: number;
          name?: string;
          post_count?: number;
          privacy?: string;
          region?: string;
          rules?: string;
          rules_changed_at?: string | null;
          rules_version?: number;
          settings?: Json;
          sharing_in?: string;
          sharing_out?: string;
          sharing_review?: string;
          slug?: string;
          status?: string;
          tagline?: string;
          tier?: string;
          time_zone?: string;
          updated_at?: string;
          version?: number;
        };
        Relationships: [

        ];
      };
      user_journeys: {
        Row: {
          archived_at: string | null;
          created_at: string;
          ends_on: string | null;
          id: string;
          is_template: boolean;
          note: string;
          owner_id: string;
          starts_on: string | null;
          time_zone: string;
          title: string;
          updated_at: string;
          version: number;
        };
        Insert: {
          archived_at?: string | null;
          created_at?: string;
          ends_on?: string | null;
          id?: string;
          is_template?: boolean;
          note?: string;
          owner_id: string;
          starts_on?: string | null;
          time_zone: string;
          title: string;
          updated_at?: string;
          version?: number;
        };
        Update: {
          archived_at?: string | null;
          created_at?: string;
          ends_on?: string | null;
          id?: string;
          is_template?: boolean;
          note?: string;
          owner_id?: string;
          starts_on?: string | null;
          time_zone?: string;
          title?: string;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: "user_journeys_owner_id_fkey"; columns: ["owner_id"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
      user_profiles: {
        Row: {
          avatar_path: string | null;
          bio: string;
          created_at: string;
          display_name: string;
          metadata: Json;
          tenant_id: string;
          updated_at: string;
          user_id: string;
          version: number;
        };
        Insert: {
          avatar_path?: string | null;
          bio?: string;
          created_at?: string;
          display_name: string;
          metadata?: Json;
          tenant_id: string;
          updated_at?: string;
          user_id: string;
          version?: number;
        };
        Update: {
          avatar_path?: string | null;
          bio?: string;
          created_at?: string;
          display_name?: string;
          metadata?: Json;
          tenant_id?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: "user_profiles_tenant_id_user_id_fkey"; columns: ["tenant_id","user_id"]; isOneToOne: true; referencedRelation: "tenant_users"; referencedColumns: ["tenant_id","user_id"] },
        ];
      };
      user_view_preferences: {
        Row: {
          created_at: string;
          preferences: Json;
          updated_at: string;
          user_id: string;
          version: number;
          view: string;
        };
        Insert: {
          created_at?: string;
          preferences?: Json;
          updated_at?: string;
          user_id: string;
          version?: number;
          view: string;
        };
        Update: {
          created_at?: string;
          preferences?: Json;
          updated_at?: string;
          user_id?: string;
          version?: number;
          view?: string;
        };
        Relationships: [
          { foreignKeyName: "user_view_preferences_user_id_fkey"; columns: ["user_id"]; isOneToOne: false; referencedRelation: "profiles"; referencedColumns: ["id"] },
        ];
      };
    };
    Views: Record<never, never>;
    Functions: {
      accept_invitation: { Args: { p_code_hash: string | null; p_rules?: number | null }; Returns: string };
      accept_recommendations: { Args: { p_ids: string[] | null; p_journey?: string | null; p_new?: Json | null }; Returns: Json };
      accept_rules: { Args: { p_tenant: string | null; p_rules: number | null }; Returns: undefined };
      account_deletion: { Args: Record<PropertyKey, never>; Returns: Json };
      add_activities: { Args: { p_journey: string | null; p_rows: Json | null }; Returns: Json };
      ai_admit: { Args: { p_providers: string[] | null; p_tenants: string[] | null; p_tokens: number[] | null; p_cap: number | null }; Returns: Json };
      ai_settle: { Args: { p_day: string | null; p_tenants: string[] | null; p_tokens: number[] | null; p_providers: string[] | null; p_open_ms: number[] | null; p_reasons: string[] | null }; Returns: undefined };
      answer_companion: { Args: { p_journey: string | null; p_accept: boolean | null }; Returns: boolean };
      answer_connection: { Args: { p_tenant: string | null; p_with: string | null; p_accept: boolean | null }; Returns: undefined };
      answer_share: { Args: { p_tenant: string | null; p_share: string | null; p_accept: boolean | null; p_consent?: number | null; p_locale?: string | null }; Returns: string };
      begin_member_export: { Args: { p_tenant: string | null; p_export: string | null }; Returns: number };
      cancel_account_deletion: { Args: Record<PropertyKey, never>; Returns: undefined };
      cancel_export: { Args: { p_export: string | null }; Returns: undefined };
      change_activity: { Args: { p_journey: string | null; p_activity: string | null; p_version: number | null; p_changes: Json | null }; Returns: Json };
      change_journey: { Args: { p_journey: string | null; p_version: number | null; p_changes: Json | null }; Returns: Json };
      claim_member: { Args: { p_tenant: string | null; p_code_hash: string | null }; Returns: string };
      comment_journey: { Args: { p_journey: string | null; p_id: string | null; p_body: string | null; p_activity?: string | null }; Returns: undefined };
      community_connections_page: { Args: { p_tenant: string | null }; Returns: Json };
      community_domain: { Args: { p_slug: string | null }; Returns: string };
      community_feed: { Args: { p_tenant: string | null; p_before?: string | null; p_before_id?: string | null; p_limit?: number | null; p_sort?: string | null; p_tag?: string | null; p_group?: string | null; p_mine?: boolean | null; p_before_score?: number | null; p_type?: string | null }; Returns: Json };
      community_home: { Args: { p_tenant: string | null }; Returns: Json };
      community_sitemap: { Args: { p_tenant: string | null; p_from?: string | null; p_from_id?: string | null }; Returns: Json };
      companion_choices: { Args: { p_journey: string | null; p_query: string | null; p_limit?: number | null }; Returns: Json };
      create_community: { Args: { p_slug: string | null; p_name: string | null; p_tagline?: string | null; p_privacy?: string | null; p_join_policy?: string | null; p_locale?: string | null; p_time_zone?: string | null; p_accent?: string | null; p_starter?: Json | null }; Returns: Json };
      create_invitations: { Args: { p_tenant: string | null; p_code_hashes: string[] | null; p_email_hashes?: string[] | null; p_role?: string | null; p_max_uses?: number | null; p_days?: number | null }; Returns: string };
      create_journey: { Args: { p_journey: Json | null; p_activities?: Json | null }; Returns: string };
      create_member_claim: { Args: { p_tenant: string | null; p_user: string | null; p_code_hash: string | null }; Returns: string };
      delete_journey: { Args: { p_journey: string | null }; Returns: undefined };
      directory: { Args: { p_query?: string | null; p_sort?: string | null; p_language?: string | null; p_join?: string | null; p_privacy?: string | null; p_after?: string | null; p_after_id?: string | null; p_limit?: number | null }; Returns: Json };
      duplicate_journey: { Args: { p_journey: string | null; p_id: string | null; p_title: string | null; p_starts_on?: string | null; p_as_template?: boolean | null }; Returns: string };
      end_all_sessions: { Args: { p_user: string | null }; Returns: undefined };
      end_connection: { Args: { p_tenant: string | null; p_with: string | null }; Returns: number };
      end_host_session: { Args: { p_session_hash: string | null }; Returns: undefined };
      end_my_session: { Args: { p_kind: string | null; p_id: string | null }; Returns: boolean };
      export_members: { Args: { p_tenant: string | null; p_export: string | null; p_after_joined?: string | null; p_after_id?: string | null; p_limit?: number | null }; Returns: Json };
      feed_news: { Args: { p_tenant: string | null; p_after: string | null; p_after_id: string | null }; Returns: number };
      find_export: { Args: { p_export: string | null }; Returns: Json };
      find_people: { Args: { p_tenant: string | null; p_query?: string | null; p_limit?: number | null; p_post?: string | null }; Returns: Json };
      follow_source: { Args: { p_journey: string | null; p_activity: string | null; p_version: number | null }; Returns: Json };
      give_recommendations: { Args: { p_journey: string | null; p_origin: string | null; p_items: Json | null; p_key?: string | null; p_provider?: string | null }; Returns: Json };
      invitation_page: { Args: { p_code_hash: string | null }; Returns: Json };
      invitation_to_me: { Args: { p_journey: string | null }; Returns: Json };
      invite_companion: { Args: { p_journey: string | null; p_person: string | null; p_role: string | null }; Returns: undefined };
      invite_to_journey: { Args: { p_journey: string | null; p_code_hash: string | null; p_role: string | null; p_days?: number | null; p_max_uses?: number | null }; Returns: string };
      issue_handoff: { Args: { p_user: string | null; p_auth_session: string | null; p_ref: string | null; p_host: string | null; p_code_hash: string | null; p_nonce_hash: string | null; p_path: string | null }; Returns: boolean };
      join_community: { Args: { p_tenant: string | null; p_rules?: number | null }; Returns: string };
      join_journey: { Args: { p_code_hash: string | null }; Returns: string };
      journey_calendar: { Args: { p_journey: string | null; p_key_hash: string | null }; Returns: Json };
      journey_invitation: { Args: { p_code_hash: string | null }; Returns: Json };
      journey_page: { Args: { p_journey: string | null }; Returns: Json };
      journey_sources: { Args: { p_query?: string | null; p_after?: string | null; p_after_id?: string | null; p_limit?: number | null }; Returns: Json };
      keep_feed_view: { Args: { p_tenant: string | null; p_sort?: string | null; p_seen_at?: string | null }; Returns: undefined };
      leave_community: { Args: { p_tenant: string | null; p_mode?: string | null }; Returns: undefined };
      leave_preview: { Args: { p_slug: string | null }; Returns: Json };
      list_invitations: { Args: { p_tenant: string | null; p_before?: string | null; p_before_id?: string | null; p_limit?: number | null }; Returns: Json };
      list_members: { Args: { p_tenant: string | null; p_query?: string | null; p_after_joined?: string | null; p_after_id?: string | null; p_limit?: number | null; p_active?: boolean | null; p_role?: string | null; p_tag?: string | null; p_city?: string | null; p_sort?: string | null; p_letter?: string | null; p_choices?: boolean | null }; Returns: Json };
      list_my_sessions: { Args: Record<PropertyKey, never>; Returns: Json };
      mark_notifications_read: { Args: { p_ids?: string[] | null; p_tenant?: string | null; p_until?: string | null }; Returns: number };
      member_page: { Args: { p_tenant: string | null; p_user: string | null; p_part?: string | null; p_before?: string | null; p_before_id?: string | null; p_limit?: number | null }; Returns: Json };
      mute_community: { Args: { p_tenant: string | null; p_for?: string | null }; Returns: string };
      mute_notifications: { Args: { p_tenant: string | null; p_for?: string | null }; Returns: string };
      my_communities: { Args: Record<PropertyKey, never>; Returns: Json };
      my_exports: { Args: { p_slug?: string | null }; Returns: Json };
      my_face: { Args: { p_tenant: string | null }; Returns: Json };
      my_journeys_page: { Args: { p_filter?: string | null; p_before?: string | null; p_before_id?: string | null; p_limit?: number | null }; Returns: Json };
      my_notifications: { Args: { p_filter?: string | null; p_slug?: string | null; p_before?: string | null; p_before_id?: string | null; p_limit?: number | null }; Returns: Json };
      my_shares: { Args: { p_open?: boolean | null; p_before?: string | null; p_limit?: number | null }; Returns: Json };
      network_home: { Args: Record<PropertyKey, never>; Returns: Json };
      network_sitemap: { Args: { p_from?: string | null }; Returns: Json };
      notification_counts: { Args: Record<PropertyKey, never>; Returns: Json };
      open_export: { Args: { p_export: string | null }; Returns: undefined };
      open_notification: { Args: { p_id: string | null }; Returns: Json };
      pause_connection: { Args: { p_tenant: string | null; p_with: string | null; p_paused: boolean | null }; Returns: undefined };
      pin_communities: { Args: { p_tenants: string[] | null }; Returns: undefined };
      pin_post: { Args: { p_tenant: string | null; p_post: string | null; p_pinned: boolean | null }; Returns: undefined };
      platform_communities: { Args: { p_query?: string | null; p_before?: string | null; p_before_id?: string | null; p_limit?: number | null }; Returns: Json };
      post_history: { Args: { p_tenant: string | null; p_post: string | null; p_comment?: string | null }; Returns: Json };
      post_page: { Args: { p_tenant: string | null; p_post: string | null; p_comment?: string | null; p_after?: string[] | null; p_newest?: boolean | null; p_limit?: number | null }; Returns: Json };
      propose_connection: { Args: { p_tenant: string | null; p_slug: string | null; p_direction?: string | null; p_scope?: string | null; p_message?: string | null }; Returns: string };
      public_events: { Args: { p_tenant: string | null; p_event?: string | null }; Returns: Json };
      public_post: { Args: { p_tenant: string | null; p_post: string | null }; Returns: Json };
      public_posts: { Args: { p_tenant: string | null; p_limit?: number | null }; Returns: Json };
      read_post_notices: { Args: { p_tenant: string | null; p_post: string | null; p_until: string | null }; Returns: undefined };
      recommendation_input: { Args: { p_journey?: string | null; p_limit?: number | null }; Returns: Json };
      recommendation_texts: { Args: { p_kinds: string[] | null; p_tenants: string[] | null; p_ids: string[] | null }; Returns: Json };
      redeem_handoff: { Args: { p_code_hash: string | null; p_host: string | null; p_nonce_hash: string | null; p_session_hash: string | null; p_ip: string | null; p_user_agent: string | null }; Returns: string };
      remove_activity: { Args: { p_journey: string | null; p_activity: string | null; p_back?: boolean | null }; Returns: Json };
      remove_comment: { Args: { p_tenant: string | null; p_comment: string | null }; Returns: undefined };
      remove_feed_view: { Args: { p_view: string | null }; Returns: undefined };
      remove_journey_comment: { Args: { p_journey: string | null; p_comment: string | null }; Returns: undefined };
      remove_post: { Args: { p_tenant: string | null; p_post: string | null }; Returns: undefined };
      remove_revision: { Args: { p_tenant: string | null; p_revision: string | null }; Returns: undefined };
      remove_samples: { Args: { p_tenant: string | null }; Returns: Json };
      rename_community: { Args: { p_tenant: string | null; p_slug: string | null }; Returns: string };
      request_account_deletion: { Args: { p_mode?: string | null; p_ways?: Json | null }; Returns: string };
      request_context: { Args: { p_ref: string | null; p_host: string | null; p_session_hash?: string | null; p_user?: string | null; p_auth_session?: string | null }; Returns: Json };
      request_export: { Args: { p_slug?: string | null }; Returns: string };
      review_share: { Args: { p_tenant: string | null; p_share: string | null; p_accept: boolean | null }; Returns: string };
      revoke_invitation: { Args: { p_tenant: string | null; p_invitation: string | null }; Returns: undefined };
      revoke_journey_invite: { Args: { p_journey: string | null; p_invite: string | null }; Returns: undefined };
      revoke_share: { Args: { p_tenant: string | null; p_share: string | null; p_reason?: string | null }; Returns: undefined };
      save_face: { Args: { p_tenant: string | null; p_name: string | null; p_bio: string | null; p_listed: boolean | null; p_shows_membership: boolean | null; p_city: string | null; p_city_for: string | null; p_skills: string[] | null; p_skills_for: string | null; p_interests: string[] | null; p_interests_for: string | null }; Returns: undefined };
      save_feed_view: { Args: { p_name: string | null; p_slugs?: string[] | null; p_order?: string | null; p_only?: string | null; p_view?: string | null }; Returns: string };
      saved_posts: { Args: { p_tenant?: string | null; p_before?: string | null; p_before_id?: string | null; p_limit?: number | null; p_communities?: boolean | null }; Returns: Json };
      set_community_status: { Args: { p_tenant: string | null; p_status: string | null; p_reason: string | null }; Returns: undefined };
      set_companion: { Args: { p_journey: string | null; p_person: string | null; p_role?: string | null }; Returns: undefined };
      set_face_avatar: { Args: { p_tenant: string | null; p_path: string | null }; Returns: string };
      set_journey_calendar: { Args: { p_journey: string | null; p_key_hash?: string | null }; Returns: undefined };
      set_logo: { Args: { p_tenant: string | null; p_path: string | null }; Returns: undefined };
      set_member: { Args: { p_tenant: string | null; p_user: string | null; p_role?: string | null; p_status?: string | null }; Returns: Json };
      set_my_avatar: { Args: { p_path: string | null }; Returns: undefined };
      settle_in: { Args: { p_tenant: string | null }; Returns: undefined };
      share_choices: { Args: { p_slug: string | null; p_post: string | null; p_via?: string | null }; Returns: Json };
      share_panel: { Args: { p_tenant: string | null; p_post: string | null }; Returns: Json };
      share_post: { Args: { p_tenant: string | null; p_post: string | null; p_target: string | null; p_scope?: string | null; p_consent?: number | null; p_locale?: string | null; p_expires?: string | null; p_note?: string | null; p_via?: string | null }; Returns: Json };
      shared_post: { Args: { p_tenant: string | null; p_share: string | null; p_comment?: string | null; p_after?: string[] | null; p_newest?: boolean | null; p_limit?: number | null }; Returns: Json };
      slug_is_free: { Args: { p_slug: string | null }; Returns: boolean };
      switcher: { Args: Record<PropertyKey, never>; Returns: Json };
      tell_recommendations: { Args: { p_ids: string[] | null; p_outcome: string | null }; Returns: number };
      unaccept_recommendation: { Args: { p_id: string | null }; Returns: undefined };
      unified_feed: { Args: { p_before?: string | null; p_before_id?: string | null; p_limit?: number | null; p_tenants?: string[] | null; p_order?: string | null }; Returns: Json };
      unified_news: { Args: { p_after: string | null; p_slugs?: string[] | null; p_view?: string | null }; Returns: number };
      unified_page: { Args: { p_slugs?: string[] | null; p_before?: string | null; p_before_id?: string | null; p_limit?: number | null; p_frame?: boolean | null; p_view?: string | null; p_order?: string | null; p_only?: string | null }; Returns: Json };
      vote_activity: { Args: { p_journey: string | null; p_activity: string | null; p_vote: number | null }; Returns: Json };
      waiting_shares: { Args: { p_tenant: string | null; p_after?: string | null; p_limit?: number | null }; Returns: Json };
      why_shown: { Args: { p_home: string | null; p_post: string | null }; Returns: Json };
      withdraw_companion: { Args: { p_journey: string | null; p_person: string | null }; Returns: undefined };
      writing_audience: { Args: { p_tenant: string | null; p_post?: string | null; p_group?: string | null; p_named?: string[] | null }; Returns: Json };
    };
    Enums: Record<never, never>;
    CompositeTypes: Record<never, never>;
  };
};
